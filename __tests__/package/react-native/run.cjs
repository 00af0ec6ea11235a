// Runs a bundle with what an app has, but with the network of Node: run.cjs FILE ORIGIN
const { readFileSync } = require('fs');
const { createContext, runInContext } = require('vm');

const [file, origin] = process.argv.slice(2);
const native = { Headers, Request, Response, fetch, AbortController, FormData, Blob };
const app = createContext({ ...native, console, origin, setTimeout, clearTimeout, queueMicrotask });
app.window = app;
app.self = app;
app.navigator = { product: 'ReactNative' };
runInContext(readFileSync(file, 'utf8'), app);
