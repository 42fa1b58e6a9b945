import { useEffect, useState } from 'preact/hooks';

type Parts = typeof import('./heat/parts.tsx');

let loading: Promise<Parts> | undefined;

const load = (): Promise<Parts> => {
  loading ??= import('./heat/parts.tsx');
  return loading;
};

/** The heat's bar and list once they are wanted; most looks at a process never need them. */
export const useHeatParts = (wanted: boolean): Parts | undefined => {
  const [parts, setParts] = useState<Parts>();
  useEffect(() => {
    if (wanted) void load().then(setParts);
  }, [wanted]);
  return wanted ? parts : undefined;
};
