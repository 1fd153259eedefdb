// Pages are complete without this. htmx asks the portal every few seconds whether the ledger grew; this adds what its
// attributes can't say: a hidden tab asks nothing, and a portal that is gone is said to be gone.
const isPulse = (event) => event.target instanceof Element && event.target.id === 'pulse'

document.addEventListener('htmx:before:request', (event) => {
  if (document.hidden && isPulse(event)) event.preventDefault()
})

const sayLost = (event) => {
  if (!isPulse(event)) return
  event.target.textContent = event.target.dataset.lost
  event.target.classList.add('lost')
}
document.addEventListener('htmx:error', sayLost)
document.addEventListener('htmx:response:error', sayLost)

// Shown only where scripts run (style.css).
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-print]')) window.print()
})
