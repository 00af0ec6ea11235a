// Runs a bundle where nothing of Node is: run.cjs FILE
const { readFileSync } = require('fs');
const { createContext, runInContext } = require('vm');

const page = createContext({ console });
page.window = page;
page.self = page;
runInContext(readFileSync(process.argv[2], 'utf8'), page);
