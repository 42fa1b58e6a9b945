import { DecisionPage as Decision } from '../map/decision-page.tsx';
import { EditButton } from '../studio/changes/edit-button.tsx';

export const DecisionPage = () => <Decision Edit={EditButton} />;
