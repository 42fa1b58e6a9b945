import { InboxPage as Inbox } from '../inbox/inbox-page.tsx';
import { NewsSlot } from '../studio/news/news-slot.tsx';

export const InboxPage = () => <Inbox News={NewsSlot} />;
