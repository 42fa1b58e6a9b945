import { getRow } from '../office/index.ts';

export const answerCodes = (authority: string): string[] => getRow('behoerden', authority).antworten.map(({ code }) => code);

/** What an answer means, in German; one that the authority no longer gives stands as it is. */
export const nameOfAnswer = (authority: string, answer: string): string =>
  getRow('behoerden', authority).antworten.find(({ code }) => code === answer)?.de ?? answer;

/** Stands in every text about an authority for as long as there is no line to it. */
export const SIMULATION = 'Simulation: keine Verbindung zur echten Behörde';
/** For the register of foreigners, which is no authority of its own. */
export const REGISTER_SIMULATION = 'Simulation: keine Verbindung zum echten Register';
