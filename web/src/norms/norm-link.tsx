import { normSearchPath } from '../paths.ts';

/** The longest search there is; what is longer names too much to ask for at once. */
const MOST = 200;

/** A legal basis that leads to what else rests on it. */
export const NormLink = ({ norm }: { norm: string }) =>
  norm.length > MOST ? (
    <span lang="de">{norm}</span>
  ) : (
    <a href={normSearchPath(norm)} lang="de">
      {norm}
    </a>
  );
