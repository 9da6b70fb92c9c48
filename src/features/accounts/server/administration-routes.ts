import type { FastifyInstance } from 'fastify';
import { plainDate } from '../../../kernel/plain-date.ts';
import { endpoint } from '../../../platform/server/http/endpoint.ts';
import {
  accountsAnswer,
  accountsQuery,
  accountView,
  changeAccountBody,
  changedAccount,
  createAccountBody,
  endPostingBody,
  grantPostingBody,
  idParams,
  postingsAnswer,
  postingsQuery,
  postingView,
} from '../model/contract.ts';
import { changeAccount } from './change-account.ts';
import { createAccount } from './create-account.ts';
import { endPosting, grantPosting } from './grant-posting.ts';
import { listAccounts, listPostings, readAccount } from './read-accounts.ts';

const tag = 'accounts';

/** What the system administrator does. */
export function declareAccountRoutes(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/accounts',
    tag,
    summary: 'Accounts within one’s own region, a page at a time',
    permission: 'account.list',
    query: accountsQuery,
    response: accountsAnswer,
    handle: async (context, { query }) => await listAccounts(context, query),
  });
  endpoint(app, {
    method: 'POST',
    url: '/api/accounts',
    tag,
    summary: 'Makes an account; its one-time password is in the answer and nowhere else',
    permission: 'account.create',
    body: createAccountBody,
    response: changedAccount,
    handle: async (context, { body }) => await createAccount(context, body),
  });
  endpoint(app, {
    method: 'GET',
    url: '/api/accounts/:id',
    tag,
    summary: 'One account with the postings in force',
    permission: 'account.list',
    params: idParams,
    response: accountView,
    handle: async (context, { params }) => await readAccount(context, params.id),
  });
  endpoint(app, {
    method: 'PATCH',
    url: '/api/accounts/:id',
    tag,
    summary: 'Renames, disables or enables an account, resets its password or second factor',
    permission: 'account.create',
    params: idParams,
    body: changeAccountBody,
    response: changedAccount,
    handle: async (context, { params, body }) => await changeAccount(context, params.id, body),
  });
}

/** What the security administrator does. */
export function declarePostingRoutes(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/postings',
    tag,
    summary: 'All postings of an account, ended and planned ones included',
    permission: 'account.list',
    query: postingsQuery,
    response: postingsAnswer,
    handle: async (context, { query }) => await listPostings(context, query.accountId),
  });
  endpoint(app, {
    method: 'POST',
    url: '/api/postings',
    tag,
    summary: 'Grants an account a role at a region',
    permission: 'posting.grant',
    body: grantPostingBody,
    response: postingView,
    handle: async (context, { body }) => await grantPosting(context, body),
  });
  endpoint(app, {
    method: 'POST',
    url: '/api/postings/:id/end',
    tag,
    summary: 'Ends a posting from a day on',
    permission: 'posting.grant',
    params: idParams,
    body: endPostingBody,
    response: postingView,
    handle: async (context, { params, body }) =>
      await endPosting(context, params.id, plainDate(body.day)),
  });
}
