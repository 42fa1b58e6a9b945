import { MapPage as OfficeMap } from '../map/map-page.tsx';
import { PlannedProcesses } from '../studio/drafting/planned-processes.tsx';
import { WaitingLine } from '../studio/waiting-line.tsx';

export const MapPage = () => <OfficeMap News={WaitingLine} Planned={PlannedProcesses} />;
