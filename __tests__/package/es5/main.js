// Compiled to ES5 with the package, and run: main.js ORIGIN
import axios from 'axios';
import * as plugin from 'axios-procore-company-id';

import { check } from './check.cjs';

/** What a program makes of the package's classes. */
class Reporter {
  constructor(lines) {
    this.lines = lines;
  }

  print() {
    for (const line of [...this.lines, 'done']) console.log(line);
  }
}

check({ axios, plugin, origin: process.argv[2] }).then((lines) => new Reporter(lines).print());
