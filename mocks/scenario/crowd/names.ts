import { lowerCase } from '../../shared/lower-case.ts'
const firstNames =
  'Ada Alan Amara Amir Ana Anika Arjun Aya Ben Bianca Carla Chen Clara Daniel Diego Elena Emil Eva Farid Fatima Felix Freya Grace Hana Hugo Ida Imran Ines Ivan Jana Jonas Julia Kai Kofi Lars Leila Lena Liam Lin Lucia Luis Maja Mara Marco Maya Mei Milan Nadia Nils Noor Olga Omar Oscar Paula Priya Rosa Samir Sara Sofia Tariq Teo Vera Yuki Zoe'.split(
    ' ',
  )

const lastNames =
  'Abbott Adeyemi Aguilar Ahmed Andersen Arnold Bakker Bauer Becker Berg Bianchi Blanc Brandt Castro Cohen Costa Dahl Diaz Dubois Eriksen Ferrari Fischer Flores Fontaine Garcia Gomez Haas Hansen Hoffmann Ibrahim Ito Jansen Kaya Keller Khan Kim Koch Kovacs Kumar Larsen Lopez Mbeki Meyer Mori Moreau Nakamura Nguyen Novak Okafor Olsen Park Patel Petrov Reyes Rossi Sato Schmidt Silva Singh Suzuki Tanaka Vogel Weber Wong'.split(
    ' ',
  )

const teamNames =
  'Research Support Fraud Search Pricing Logistics Billing Vision Speech Safety Growth Risk Forecasting Recommendations Claims Robotics'.split(
    ' ',
  )

const projectNames =
  'Churn Forecast Triage Receipts Ranking Summaries Anomalies Routing Inventory Sentiment Translation Moderation Demand Maintenance Scoring Transcripts'.split(
    ' ',
  )

/** A step that visits every pair of names once before any comes again. */
const step = 1237

/** The name and e-mail address of the person at an index. Nobody else has the address. */
export function personAt(index: number): { readonly name: string; readonly email: string } {
  const pairs = firstNames.length * lastNames.length
  const pair = (index * step) % pairs
  const first = firstNames[pair % firstNames.length] ?? ''
  const last = lastNames[Math.floor(pair / firstNames.length)] ?? ''
  const again = Math.floor(index / pairs)
  const mark = again === 0 ? '' : String(again + 1)
  return {
    name: `${first} ${last}`,
    email: lowerCase(`${first}.${last}${mark}@acme.test`),
  }
}

/** The key and name of the team at an index. */
export const teamAt = (index: number) => numbered(teamNames, index)

/** The key and name of the project at an index. */
export const projectAt = (index: number) => numbered(projectNames, index)

function numbered(names: readonly string[], index: number) {
  const again = Math.floor(index / names.length)
  const name = `${names[index % names.length] ?? ''}${again === 0 ? '' : ` ${again + 1}`}`
  return { key: lowerCase(name).replaceAll(' ', '-'), name }
}
