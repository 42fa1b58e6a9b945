export const InboxPage = () => (
  <div class="page">
    <h1>InboxPage</h1>
  </div>
);
