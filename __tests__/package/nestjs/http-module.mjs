// The HttpModule of NestJS, used as its documentation shows.
import 'reflect-metadata';

import assert from 'assert';
import { createServer } from 'http';

import { HttpModule, HttpService } from '@nestjs/axios';
import { Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { attachProcoreCompanyId, isMissingCompanyIdHeaderError } from 'axios-procore-company-id';
import { firstValueFrom } from 'rxjs';

const MISSING = 'Missing Procore-Company-Id header!';
const ids = [];
const server = createServer((request, response) => {
  const id = request.headers['procore-company-id'];
  ids.push(id);
  response.writeHead(id === undefined ? 400 : 200, { 'content-type': 'text/plain' });
  response.end(id === undefined ? MISSING : 'ok');
});

/** What a service of the application would be. */
class Projects {
  constructor(http) {
    this.http = http;
    this.events = [];
  }

  onModuleInit() {
    attachProcoreCompanyId(this.http.axiosRef, {
      observe: (event) => this.events.push(event.type),
    });
  }

  get(url, config) {
    return firstValueFrom(this.http.get(url, config));
  }
}
Inject(HttpService)(Projects, undefined, 0);

async function createApplication(baseURL) {
  class Application {}
  const http = HttpModule.register({ baseURL, proxy: false });
  Module({ imports: [http], providers: [Projects] })(Application);
  return NestFactory.createApplicationContext(Application, { logger: ['error'] });
}

async function run() {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const application = await createApplication(`http://127.0.0.1:${server.address().port}`);
  const projects = application.get(Projects);

  await projects.get('/rest/v1.0/companies/7/projects');
  await projects.get('/rest/v1.0/projects/3/rfis', { procoreCompanyId: 9 });
  const error = await projects.get('/rest/v1.0/projects/3/rfis').catch((reason) => reason);
  // A module that is initialised again attaches again.
  projects.onModuleInit();
  await projects.get('/rest/v1.0/companies/8/projects');

  assert.deepStrictEqual(ids, ['7', '9', undefined, '8']);
  assert(isMissingCompanyIdHeaderError(error));
  assert.strictEqual(error.reason, 'unresolved');
  assert.deepStrictEqual(projects.events, [
    'resolved',
    'resolved',
    'unresolved',
    'missing-header',
    'resolved',
  ]);
  await application.close();
}

try {
  await run();
  console.log('done');
} finally {
  server.close();
}
