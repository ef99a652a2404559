/** A backup was not made, or not restored. The message is written for the person at the terminal: what is wrong, and what to do. */
export class BackupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
  }
}
