import { ProcessPage as Process } from '../map/process-page.tsx';
import { EditButton } from '../studio/changes/edit-button.tsx';

export const ProcessPage = () => <Process Edit={EditButton} />;
