import { ProcessPage as Process } from '../map/process-page.tsx';
import { EditButton } from '../studio/edit-button.tsx';

export const ProcessPage = () => <Process Edit={EditButton} />;
