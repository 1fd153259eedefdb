import type { indexer as en } from '../en/indexer.ts'
import type { Translation } from '../translation.ts'

export const indexer: Translation<typeof en> = {
  starting: 'शुरू हो रहा है',
  backfilling: 'पुराना पढ़ रहा है',
  following: 'चेन के साथ चल रहा है',
  waiting: 'नोड की प्रतीक्षा में',
  alarm: 'चेतावनी के कारण रुका',
  stopped: 'बंद',
}
