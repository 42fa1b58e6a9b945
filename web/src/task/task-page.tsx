export const TaskPage = () => (
  <div class="page">
    <h1>TaskPage</h1>
  </div>
);
