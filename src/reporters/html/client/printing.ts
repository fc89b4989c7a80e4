/** What is to be printed: the whole page, only the shown part of the work list, or only the statement. */
type Extent = 'all' | 'selection' | 'statement';

/**
 * Printing shows every card, whatever is filtered or not yet shown: paper that is silently incomplete is worse than none.
 * Only the two print buttons print less. `fill` puts the cards for print in the document, `restore` goes back.
 */
export function preparePrinting(fill: (extent: 'all' | 'selection') => void, restore: () => void): void {
  let extent: Extent = 'all';
  const page = document.documentElement;
  addEventListener('beforeprint', () => {
    if (extent !== 'statement') fill(extent);
    page.dataset.print = extent;
  });
  addEventListener('afterprint', () => {
    if (extent !== 'statement') restore();
    delete page.dataset.print;
    extent = 'all';
  });
  const printOn = (id: string, wanted: Extent) => {
    document.getElementById(id)?.addEventListener('click', () => {
      extent = wanted;
      print();
    });
  };
  printOn('druk-selectie', 'selection');
  printOn('druk-verklaring', 'statement');
}
