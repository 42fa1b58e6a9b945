import { useEffect, useState } from 'preact/hooks';
import { may, useMe } from '../../api/me.ts';
import type { EditedModel } from './owners-button.tsx';

type Parts = typeof import('./owners-button.tsx');

let loading: Promise<Parts> | undefined;

const load = (): Promise<Parts> => {
  loading ??= import('./owners-button.tsx');
  return loading;
};

/** "Bearbeiten" beside a model, for those who own it. Everybody else looks at models without its code. */
export const EditButton = (model: EditedModel) => {
  const me = useMe();
  const wanted = may(me, 'edit-models');
  const [parts, setParts] = useState<Parts>();
  useEffect(() => {
    if (wanted) void load().then(setParts);
  }, [wanted]);
  return me && wanted && parts ? <parts.OwnersButton me={me} {...model} /> : null;
};
