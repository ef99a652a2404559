import type { HtmlElement } from './clean-html.ts';

/** The cells of a table by row, with rows of cells only; tables within cells stay where they are. */
export function cellsOf(table: HtmlElement): HtmlElement[][] {
  const rows: HtmlElement[][] = [];
  const walk = (element: HtmlElement) => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'tr') {
        const cells = child.children.filter(
          (it): it is HtmlElement => typeof it !== 'string' && (it.name === 'td' || it.name === 'th'),
        );
        if (cells.length > 0) rows.push(cells);
      } else if (child.name !== 'table') walk(child);
    }
  };
  walk(table);
  return rows;
}
