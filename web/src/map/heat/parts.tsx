import './heat.css';

/** What the process page fetches once somebody asks how long things lie. */
export { HeatBar } from './heat-bar.tsx';
export { HeatList } from './heat-list.tsx';
