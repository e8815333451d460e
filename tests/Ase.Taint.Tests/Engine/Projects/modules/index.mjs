export { Store } from './store.mjs';
