/** The page that draws: one scene, every camera, one frame after the other, each handed to the server as raw pixels. */
import * as THREE from 'three'
import { type Camera, cameraNamed, caseTimeOf } from '../cameras.ts'
import { eased } from '../motion.ts'
import { facingOf, fallenProp, moments, type PersonName, people } from '../story.ts'
import { type Figure, makeFigure } from './person.ts'
import { lettered } from './textures.ts'
import { burnIn } from './watermark.ts'
import { makePuff, makeWorld } from './world.ts'

declare global {
  interface Window {
    demo: {
      /** Draws frames from…to of a camera and posts each to `frame?n=…`. */
      film(name: string, from: number, to: number): Promise<void>
      /** One frame as a PNG data address, to look at. */
      still(name: string, n: number): string
      /** Pixels of the prop that a camera sees at a case time. */
      propPixels(name: string, t: number): number
      /** Where the actor's right hand is at a case time. */
      hand(t: number): readonly number[]
    }
  }
}

const canvas = document.createElement('canvas')
const renderer = new THREE.WebGLRenderer({ canvas, antialias: true, preserveDrawingBuffer: true })
renderer.shadowMap.enabled = true
renderer.shadowMap.type = THREE.PCFShadowMap
renderer.toneMapping = THREE.ACESFilmicToneMapping
renderer.toneMappingExposure = 1.04
const flat = document.createElement('canvas')
const context = flat.getContext('2d', { willReadFrequently: true })!

await Promise.all(
  [
    '500 16px "IBM Plex Mono"',
    '600 16px "IBM Plex Mono"',
    '500 16px "IBM Plex Sans"',
    '600 16px "IBM Plex Sans"',
    '700 16px "IBM Plex Sans"',
  ].map(font => document.fonts.load(font)),
)

const scene = makeWorld()
const figures = new Map<PersonName, Figure>()
for (const name of people) {
  const figure = makeFigure(name)
  figures.set(name, figure)
  scene.add(figure.root)
}
const figure = (name: PersonName) => figures.get(name)!

const prop = new THREE.Group()
const propBody = new THREE.Mesh(
  new THREE.BoxGeometry(0.3, 0.085, 0.06),
  new THREE.MeshLambertMaterial({ color: 0xff5a12, emissive: 0x5a1c00 }),
)
const band = new THREE.Mesh(
  new THREE.BoxGeometry(0.11, 0.088, 0.063),
  new THREE.MeshLambertMaterial({ map: lettered('PROP', '#f6efe2', '#20242a') }),
)
prop.add(propBody, band)
prop.traverse(each => {
  each.castShadow = true
})
scene.add(prop)

const pistol = new THREE.Group()
const dark = new THREE.MeshLambertMaterial({ color: 0x23262a })
const slide = new THREE.Mesh(new THREE.BoxGeometry(0.03, 0.035, 0.17), dark)
slide.position.set(0, 0.02, 0.05)
const grip = new THREE.Mesh(new THREE.BoxGeometry(0.028, 0.11, 0.045), dark)
grip.position.set(0, -0.04, -0.01)
const tip = new THREE.Mesh(
  new THREE.BoxGeometry(0.034, 0.038, 0.04),
  new THREE.MeshLambertMaterial({ color: 0xf4d22c }),
)
tip.position.set(0, 0.02, 0.15)
pistol.add(slide, grip, tip)
pistol.position.set(0, -0.05, 0.02)
pistol.rotation.x = Math.PI / 2
figure('traineeB').rightHand.add(pistol)

const bandage = new THREE.Mesh(
  new THREE.CylinderGeometry(0.052, 0.05, 0.12, 16),
  new THREE.MeshLambertMaterial({ color: 0xf3efe6 }),
)
bandage.position.set(0, 0.12, 0)
figure('actor').leftHand.add(bandage)

const puffs = moments.blanks.map(() => makePuff())
for (const puff of puffs) {
  puff.light.visible = false
  scene.add(puff.smoke, puff.flash, puff.light)
}

/** Where each blank left the muzzle, so that its smoke drifts from there whatever the arm does next. */
const muzzleAt = moments.blanks.map(blank => {
  figure('traineeB').poseAt(blank)
  scene.updateMatrixWorld(true)
  return tip.getWorldPosition(new THREE.Vector3())
})

const lens = new THREE.PerspectiveCamera(60, 1, 0.06, 300)
lens.rotation.order = 'YXZ'

/** The way the prop points as it leaves the hand. */
const releaseYaw = facingOf('actor', moments.propLeavesHand) + Math.PI / 2

function arrange(t: number): void {
  for (const each of figures.values()) each.poseAt(t)
  scene.updateMatrixWorld(true)
  const fallen = fallenProp(t)
  const hand = figure('actor').rightHand
  if (fallen) {
    prop.position.set(fallen.at.x, fallen.at.y, fallen.at.z)
    prop.rotation.set(
      0,
      releaseYaw + fallen.turn,
      0.25 * Math.sin(Math.min(1, (t - moments.propLeavesHand) / 0.36) * Math.PI),
    )
  } else {
    hand.getWorldPosition(prop.position)
    prop.position.y -= 0.05
    prop.rotation.set(0, figure('actor').root.rotation.y + Math.PI / 2, 0)
  }
  bandage.scale.setScalar(0.001 + eased(54, 62, t))
  pistol.visible = t > 42 && t < 51
  const muzzle = new THREE.Vector3()
  tip.getWorldPosition(muzzle)
  for (const [at, blank] of moments.blanks.entries()) {
    const { smoke, flash, light } = puffs[at]!
    const since = t - blank
    flash.visible = since >= 0 && since < 0.05
    light.visible = flash.visible
    light.intensity = 26
    flash.position.copy(muzzle)
    flash.scale.setScalar(0.7)
    light.position.copy(muzzle)
    smoke.visible = since >= 0 && since < 2.6
    const from = muzzleAt[at]!
    smoke.position.set(from.x + 0.3 * since, from.y + 0.42 * since, from.z + 0.12 * since)
    smoke.scale.setScalar(0.25 + 0.9 * Math.sqrt(Math.max(0, since)))
    smoke.material.opacity = Math.max(0, 1 - since / 2.6)
  }
}

/** Draws nothing and hides nothing behind it, but still throws a shadow: a chest as the camera on it sees it. */
const unseen = new THREE.MeshBasicMaterial({ colorWrite: false, depthWrite: false })
const worn = new Map<THREE.Mesh, THREE.Material | THREE.Material[]>()

function show(part: THREE.Object3D, isShown: boolean): void {
  part.traverse(each => {
    if (!(each instanceof THREE.Mesh)) return
    if (!worn.has(each)) worn.set(each, each.material)
    each.material = isShown ? worn.get(each) : unseen
  })
}

function look(camera: Camera, t: number): void {
  if (canvas.width !== camera.width || canvas.height !== camera.height) {
    renderer.setSize(camera.width, camera.height, false)
    flat.width = camera.width
    flat.height = camera.height
  }
  for (const [name, { bodyParts }] of figures)
    for (const each of bodyParts) show(each, name !== camera.wornBy)
  const { eye, yaw, pitch, roll } = camera.view(t)
  lens.fov = camera.fov
  lens.aspect = camera.width / camera.height
  lens.updateProjectionMatrix()
  lens.position.set(eye.x, eye.y, eye.z)
  // A lens looks along −z; the story's yaw 0 looks along +z.
  lens.rotation.set(pitch, yaw + Math.PI, roll)
  renderer.render(scene, lens)
}

function draw(camera: Camera, n: number): void {
  const t = caseTimeOf(camera, n)
  arrange(t)
  look(camera, t)
  context.drawImage(canvas, 0, 0)
  burnIn(context, camera, t)
}

window.demo = {
  async film(name, from, to) {
    const camera = cameraNamed(name)
    let sending: Promise<unknown> = Promise.resolve()
    for (let n = from; n < to; n++) {
      draw(camera, n)
      const { data } = context.getImageData(0, 0, camera.width, camera.height)
      await sending
      sending = fetch(`frame?n=${n}`, { method: 'POST', body: data })
    }
    await sending
  },
  still(name, n) {
    draw(cameraNamed(name), n)
    return flat.toDataURL('image/png')
  },
  propPixels(name, t) {
    const camera = cameraNamed(name)
    arrange(t)
    look(camera, t)
    renderer.shadowMap.autoUpdate = false
    const pixels = () => {
      look(camera, t)
      context.drawImage(canvas, 0, 0)
      return context.getImageData(0, 0, camera.width, camera.height).data
    }
    const shown = pixels().slice()
    prop.visible = false
    const hidden = pixels()
    prop.visible = true
    renderer.shadowMap.autoUpdate = true
    let different = 0
    for (let at = 0; at < shown.length; at += 4)
      if (shown[at] !== hidden[at] || shown[at + 1] !== hidden[at + 1] || shown[at + 2] !== hidden[at + 2])
        different++
    return different
  },
  hand(t) {
    arrange(t)
    const { x, y, z } = prop.position
    return [x, y, z]
  },
}
