/** What pdfkit 0.20 can do and its published types don't say yet. */
declare namespace PDFKit {
  namespace Mixins {
    interface StructureElementOptions {
      /** Of a table's head cell: what it is the head of. */
      scope?: 'Row' | 'Column'
      /** Left, top, right and bottom on the page. */
      bbox?: [number, number, number, number]
    }
  }
  interface PDFOutline {
    addItem(title: string, options?: { expanded?: boolean; top?: number; left?: number }): PDFOutline
  }
}
