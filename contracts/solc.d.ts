/** The one call of the Solidity compiler that we make: standard JSON in, standard JSON out. */
declare module 'solc' {
  const solc: {
    version(): string
    compile(
      standardJson: string,
      callbacks: { import: (path: string) => { contents: string } | { error: string } },
    ): string
  }
  export default solc
}
