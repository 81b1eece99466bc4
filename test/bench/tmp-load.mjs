import { createMock } from 'rolecall/mocks'
const size = Number(process.argv[2])
const emails = Array.from({ length: size }, (_, i) => `user-${i}@acme.test`)
const t=process.cpuUsage(); const w=Date.now()
const mock = createMock({ scenario: { name:'grown', description:'x', organization:{name:'Acme',plan:{name:'enterprise',features:[]}}, teams:[{key:'research'}], personas:[], users:[{email:'admin@acme.test',teams:{admin:'admin'}}, ...emails.map((email,i)=>({email,teams:{research:'read-only'}, ...(i>=size-10&&{status:'pending'})}))]}})
const u=process.cpuUsage(t)
globalThis.gc?.()
console.log('cpu',(u.user+u.system)/1000|0,'wall',Date.now()-w, 'heap', process.memoryUsage().heapUsed/1e6|0, 'rss', process.memoryUsage().rss/1e6|0, 'maxrss', process.resourceUsage().maxRSS/1000|0)
globalThis.m=mock
