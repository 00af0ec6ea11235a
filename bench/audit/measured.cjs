// Tells the process that started this one, when it ends, what time and memory it took. A script that sets `globalThis.measured` tells
// its own numbers instead.
const process = require('node:process');
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const ownNumbers = {
    seconds: process.uptime(),
    cpuSeconds: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
  writeSync(3, JSON.stringify(globalThis.measured ?? ownNumbers));
});
