import start, { stop as halt } from './service.mjs';
import * as service from './service.mjs';
import { Store } from './index.mjs';

const a = source();
start(a);
halt(a);
service.pause(a);
new Store(a).save();
