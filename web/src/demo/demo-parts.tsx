import { DemoMenu } from './demo-menu.tsx';
import { TourStrip } from './tour-strip.tsx';

export const menu = DemoMenu;
export const tour = TourStrip;
