import { createStore } from '../api/create-store.ts';
import { type TourId, tourParameter } from './roles.ts';

export type TourPlace = { tour: TourId; step: number } | null;

const key = 'lotse-rundgang';

const readKept = (): TourPlace => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as TourPlace;
  } catch {
    return null;
  }
};

/** Where the tour is; kept while the window is open, so that it goes on from page to page. */
export const tourPlace = createStore<TourPlace>(readKept());

export const goTo = (place: TourPlace): void => {
  if (place) sessionStorage.setItem(key, JSON.stringify(place));
  else sessionStorage.removeItem(key);
  tourPlace.set(place);
};

/** A card of the start page leads here with the tour's name in the address; it is taken out again, so that reloading starts nothing. */
export const startFromAddress = (isTour: (name: string) => name is TourId): void => {
  const url = new URL(location.href);
  const name = url.searchParams.get(tourParameter);
  if (name === null) return;
  url.searchParams.delete(tourParameter);
  history.replaceState(history.state, '', `${url.pathname}${url.search}${url.hash}`);
  if (isTour(name)) goTo({ tour: name, step: 0 });
};
