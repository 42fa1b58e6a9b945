import { Component, type ComponentChildren } from 'preact';
import { ErrorBoundary, useLocation } from 'preact-iso';
import { ApiFault } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { useShellTexts } from './words.ts';

const BrokenPage = () => {
  const t = useShellTexts();
  return (
    <div class="page">
      <h1>{t.broken.title}</h1>
      <p>{t.broken.text}</p>
      <p>
        <Button primary onClick={() => location.reload()}>
          {t.broken.reload}
        </Button>
      </p>
    </div>
  );
};

const isMissing = (error: Error): boolean => error instanceof ApiFault && error.status === 404;

type Props = { url: string; children: ComponentChildren };

class Guard extends Component<Props, { failed?: { url: string; error: Error } }> {
  override componentDidCatch(error: Error): void {
    // What does not exist for this person is no fault of the page.
    if (!isMissing(error)) console.error(error);
    this.setState({ failed: { url: this.props.url, error } });
  }

  override render() {
    const { failed } = this.state;
    if (failed && failed.url === this.props.url) {
      return isMissing(failed.error) ? <NotFoundPage /> : <BrokenPage />;
    }
    return <ErrorBoundary>{this.props.children}</ErrorBoundary>;
  }
}

/**
 * A view that breaks, or whose files are gone because a new version was installed, must not leave an empty page; what does not exist for this
 * person gets its own words. Going elsewhere starts afresh.
 */
export const ErrorGuard = ({ children }: { children: ComponentChildren }) => <Guard url={useLocation().url}>{children}</Guard>;
