/** Something outside of Lotse is missing or in the way. The message is one plain sentence with the way out, shown without a stack. */
export class SetUpFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SetUpFault';
  }
}

export type Progress = (line: string) => void;
