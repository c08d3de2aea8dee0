export { type PublicationDocument, publicationsView, type Shown } from './view.js';
