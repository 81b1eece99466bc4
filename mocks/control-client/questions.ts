import { checkGiven, checkOptions, checkValue, isText } from '../shared/check-options.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { flatInput } from './check-input.ts'
import type { Control, ResourceReference } from './control.ts'
import type { Api } from './transport.ts'

const person = 'an id or e-mail address'
const isList = Array.isArray
const isTexts = (value: unknown) => isList(value) && value.length > 0 && value.every(isText)

/** Questions about the state, which change nothing. */
export const questionsOf = (
  call: Api['call'],
): Pick<Control, 'rehearse' | 'matrix' | 'explain' | 'access' | 'about'> => ({
  async rehearse(asked) {
    const names = ['as', 'operation', 'args', 'ifMatch']
    checkOptions('control.rehearse', asked, names, "{ as: 'lead@acme.test', operation, args }")
    const { as, operation, args, ifMatch } = asked
    checkGiven('as', as, isText, person)
    checkGiven('operation', operation, isText, 'an operation of the API')
    checkValue('args', args, isList, 'a list of arguments')
    checkValue('ifMatch', ifMatch, isText, 'an etag')
    const input = {
      as,
      operation,
      ...(args && { args }),
      ...(ifMatch !== undefined && { ifMatch }),
    }
    return call('rehearse', { input: flatInput('control.rehearse', input) })
  },
  async matrix(options = {}) {
    const example = "{ resource: { type: 'project', id: 'churn' } }"
    checkOptions("control.matrix's options", options, ['resource', 'users', 'by'], example)
    const { resource, users, by } = options
    checkResource(resource)
    checkValue('users', users, isTexts, 'a list of ids or e-mail addresses')
    checkValue('by', by, (value) => value === 'people' || value === 'roles', 'people or roles')
    const input = {
      ...(resource && { resourceType: resource.type, resourceId: resource.id }),
      ...(users && { users: users.join(',') }),
      ...(by && { by }),
    }
    return call('getMatrix', { input })
  },
  async access(options) {
    const example = "{ user: 'lead@acme.test' }"
    checkOptions("control.access's options", options, ['user', 'project'], example)
    const { user, project } = options
    checkGiven('user', user, isText, person)
    checkValue('project', project, isText, 'the id or key of a project')
    return call('getAccess', { input: { user, ...(project !== undefined && { project }) } })
  },
  about: () => call('getAbout'),
  async explain(asked) {
    const names = ['as', 'holder', 'action', 'resource', 'args']
    checkOptions('control.explain', asked, names, "{ as: 'lead@acme.test', action }")
    const { as, holder, action, resource, args } = asked
    checkValue('as', as, isText, person)
    checkValue('holder', holder, isText, 'the id of a row of the matrix by roles')
    checkGiven('action', action, isText, 'an operation, or a permission of the policy')
    checkResource(resource)
    checkValue('args', args, isList, 'a list of arguments')
    if ((as === undefined) === (holder === undefined)) {
      throw new ConfigurationError('control.explain takes as or holder, and not both.')
    }
    const input = {
      ...(as !== undefined && { as }),
      ...(holder !== undefined && { holder }),
      action,
      ...(resource && { resource }),
      ...(args && { args }),
    }
    return call('explain', { input: flatInput('control.explain', input) })
  },
})

function checkResource(resource: ResourceReference | undefined): void {
  if (resource === undefined) return
  checkOptions('resource', resource, ['type', 'id'], "{ type: 'project', id: 'churn' }")
  checkGiven('resource.type', resource.type, isText, 'text')
  checkGiven('resource.id', resource.id, isText, 'an id or key')
}
