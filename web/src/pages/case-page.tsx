import { AnswerNow } from '../authorities/answer-now.tsx';
import { CasePage as Case } from '../cases/case-page.tsx';

export const CasePage = () => <Case Answer={AnswerNow} />;
