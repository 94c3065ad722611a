/** The part of pdf.js that parses; it registers itself when it is loaded, so nothing is imported from it by name. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
