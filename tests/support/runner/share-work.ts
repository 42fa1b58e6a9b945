import type { Lane, Suite } from './suites.ts';

/** Files of one suite that go together. */
export type Piece = { suite: Suite; files: readonly string[] };

/** `helps`: it is another lane's piece, for which this lane brings up a ground that nothing has run on. */
export type Taken = Piece & { helps: boolean };

export type Work = (lane: Lane) => Taken | undefined;

/** A second office takes half a minute to come up: for one file left nobody begins one. */
const fewestToHelp = 2;

/** Of a suite whose files need none of the others each is a piece by itself. */
export const piecesOf = ({ suite, files }: Piece): Piece[] =>
  suite.oneByOne ? files.map((file) => ({ suite, files: [file] })) : files.length > 0 ? [{ suite, files }] : [];

/**
 * Each lane does what is its own, in order. One that has nothing left takes the other's last piece if that can be done in any
 * office: so both end at about the same time, however much either list grows.
 */
export const shareWork = (pieces: Readonly<Record<Lane, readonly Piece[]>>): Work => {
  const left: Record<Lane, Piece[]> = { office: [...pieces.office], beside: [...pieces.beside] };
  return (lane) => {
    const own = left[lane].shift();
    if (own) return { ...own, helps: false };
    const others = left[lane === 'office' ? 'beside' : 'office'];
    if (others.filter(({ suite }) => suite.oneByOne).length < fewestToHelp || !others.at(-1)?.suite.oneByOne) return undefined;
    const last = others.pop();
    return last && { ...last, helps: true };
  };
};
