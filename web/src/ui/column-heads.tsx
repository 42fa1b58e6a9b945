/** The head of a table: a column for each name, in their order. */
export const ColumnHeads = ({ columns }: { columns: Readonly<Record<string, string>> }) => (
  <thead>
    <tr>
      {Object.entries(columns).map(([key, name]) => (
        <th scope="col" key={key}>
          {name}
        </th>
      ))}
    </tr>
  </thead>
);
