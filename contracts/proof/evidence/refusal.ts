/** Why evidence is refused; each comes with a sentence that says what was found and what that means. */
export type RefusalCode =
  | 'too-large'
  | 'not-json'
  | 'not-evidence'
  | 'not-canonical'
  | 'another-chain'
  | 'other-signers'
  | 'too-old'
  | 'header-unreadable'
  | 'header-unlinked'
  | 'header-unsealed'
  | 'header-out-of-turn'
  | 'header-votes'
  | 'too-few-parties'
  | 'code-differs'
  | 'state-unproven'
  | 'entry-unreadable'
  | 'entry-misplaced'
  | 'head-differs'
  | 'categories-differ'
  | 'later-hides'
  | 'shows-more'
  | 'no-such-bill'
  | 'rules-contradicted'
  | 'standing-differs'
  | 'unforeseen'

export interface Reason {
  readonly code: RefusalCode
  readonly message: string
}

/** The evidence doesn't hold. */
export class EvidenceRefused extends Error implements Reason {
  override readonly name = 'EvidenceRefused'
  readonly code: RefusalCode
  constructor(code: RefusalCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}
