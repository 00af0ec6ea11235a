// @ts-nocheck
// Bundled with everything that it imports, and run: see scripts/test-package/bundlers.mjs.
import axios from 'axios';
import * as main from 'axios-procore-company-id';
import * as testing from 'axios-procore-company-id/testing';

import { useMain, useTesting } from './use.cjs';

useMain(axios, main)
  .then(() => useTesting(axios, main, testing))
  .then(
    () => console.log('done'),
    (error) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
