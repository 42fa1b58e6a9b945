import { DeskPage as Desk } from '../desk/desk-page.tsx';
import { WaitingLine } from '../studio/waiting-line.tsx';

export const DeskPage = () => <Desk News={WaitingLine} />;
