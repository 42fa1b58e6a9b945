import { Component, type ComponentChildren } from 'preact';
import { Card } from './card.tsx';
import { useCardGuardTexts } from './card-guard-words.ts';

const BrokenCard = ({ name }: { name: string }) => {
  const t = useCardGuardTexts();
  return (
    <Card title={name} class="case-card--broken">
      <p>{t.broken}</p>
    </Card>
  );
};

/** `of`: what the card shows; when it has been read anew, the card is tried again. */
type Props = { name: string; of?: unknown; children: ComponentChildren };

/**
 * Round one card of a page: what it cannot show, be it a date nobody foresaw, costs that card and nothing else. It says so in its place, and promises
 * nothing of a reload, which shows the same again.
 */
export class CardGuard extends Component<Props, { broken?: { of: unknown } }> {
  override componentDidCatch(error: Error): void {
    console.error(error);
    this.setState({ broken: { of: this.props.of } });
  }

  override render() {
    const { broken } = this.state;
    return broken && broken.of === this.props.of ? <BrokenCard name={this.props.name} /> : this.props.children;
  }
}
