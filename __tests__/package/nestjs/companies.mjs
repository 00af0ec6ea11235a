// A server of several companies with NestJS: the company of a request by a middleware, and by an interceptor.
import 'reflect-metadata';

import assert from 'assert';
import { createServer } from 'http';

import { HttpModule, HttpService } from '@nestjs/axios';
import { Controller, Get, Inject, Module, Post, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { fromContext, runWithCompanyId } from 'axios-procore-company-id/context';
import { delay, map, Observable } from 'rxjs';

const COMPANIES = ['7', '42', '562949953443325'];
const REQUESTS = 60;
const RFIS = '/rest/v1.0/projects/3/rfis';

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What arrives at Procore: the company of the user, and the company in the header. */
const arrived = [];
const procore = createServer(({ url, headers }, response) => {
  const user = new URL(url, 'http://procore').searchParams.get('user');
  arrived.push([user, headers['procore-company-id']]);
  // The responses come in another order than the requests.
  setTimeout(() => response.end('[]'), Math.random() * 20);
});

/** In place of a session. */
const companyOf = ({ headers }) => headers.authorization;

function companyMiddleware(request, _response, next) {
  runWithCompanyId(companyOf(request), next);
}

/** As docs/recipes.md has it. */
class CompanyInterceptor {
  intercept(context, next) {
    const companyId = companyOf(context.switchToHttp().getRequest());
    return new Observable((subscriber) =>
      runWithCompanyId(companyId, () => next.handle().subscribe(subscriber)),
    );
  }
}

/** Calls the handler later, as one that asks a cache first does. */
class LateInterceptor {
  intercept(_context, next) {
    return new Observable((subscriber) => {
      setTimeout(() => subscriber.add(next.handle().subscribe(subscriber)), Math.random() * 5);
    });
  }
}

class Projects {
  constructor(http) {
    this.http = http;
  }

  onModuleInit() {
    attachProcoreCompanyId(this.http.axiosRef, { resolver: fromContext, onUnresolved: 'reject' });
  }

  /** Nothing is sent before the framework subscribes. */
  observe(request) {
    const sent = this.http.get(RFIS, { params: { user: companyOf(request) } });
    return sent.pipe(
      delay(1),
      map(({ data }) => data),
    );
  }

  /** With a body, which is read before the middleware is called. */
  async create(request) {
    await wait(Math.random() * 5);
    const { data } = await this.http.axiosRef.get(RFIS, { params: { user: companyOf(request) } });
    return data;
  }
}
Inject(HttpService)(Projects, undefined, 0);
for (const [decorate, name] of [
  [Get, 'observe'],
  [Post, 'create'],
]) {
  Req()(Projects.prototype, name, 0);
  decorate()(Projects.prototype, name, Object.getOwnPropertyDescriptor(Projects.prototype, name));
}
Controller('projects')(Projects);

async function createApplication({ middleware = [], interceptors = [] }) {
  class Application {
    configure(consumer) {
      if (middleware.length > 0) consumer.apply(...middleware).forRoutes(Projects);
    }
  }
  const baseURL = `http://127.0.0.1:${procore.address().port}`;
  const http = HttpModule.register({ baseURL, proxy: false });
  Module({ imports: [http], controllers: [Projects] })(Application);
  const application = await NestFactory.create(Application, { logger: false });
  application.useGlobalInterceptors(...interceptors);
  await application.listen(0, '127.0.0.1');
  return application;
}

/** Sends requests of several companies at once. Gives the statuses that the users get. */
async function sendAll(baseURL) {
  arrived.length = 0;
  const responses = Array.from({ length: REQUESTS }, (_, index) =>
    axios.request({
      baseURL,
      url: '/projects',
      method: index % 2 === 0 ? 'get' : 'post',
      data: index % 2 === 0 ? undefined : { subject: 'x'.repeat(20_000) },
      headers: { authorization: COMPANIES[index % COMPANIES.length] },
      proxy: false,
      validateStatus: null,
    }),
  );
  const statuses = (await Promise.all(responses)).map(({ status }) => status);
  return [...new Set(statuses)].sort();
}

async function check(name, settings, expected) {
  const application = await createApplication(settings);
  const statuses = await sendAll(await application.getUrl());
  await application.close();
  assert.deepStrictEqual(statuses, expected, name);
  assert.deepStrictEqual(
    arrived.filter(([user, companyId]) => user !== companyId),
    [],
    name,
  );
  assert.strictEqual(arrived.length, expected.includes(200) ? REQUESTS : 0, name);
}

async function run() {
  await new Promise((resolve) => procore.listen(0, '127.0.0.1', resolve));
  const [company, late] = [new CompanyInterceptor(), new LateInterceptor()];
  await check('middleware', { middleware: [companyMiddleware] }, [200, 201]);
  await check('interceptor', { interceptors: [company] }, [200, 201]);
  await check('interceptor, then a late one', { interceptors: [company, late] }, [200, 201]);
  await check('a late one, then the interceptor', { interceptors: [late, company] }, [200, 201]);
  await check('neither', {}, [500]);
}

try {
  await run();
  console.log('done');
} finally {
  procore.close();
}
