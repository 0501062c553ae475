import * as THREE from 'three'
import { facingOf, groundOf, type PersonName } from '../story.ts'
import { poseOf } from './poses.ts'
import { lettered } from './textures.ts'

/** A jointed figure without a face: nobody's likeness. It faces +z; its left is +x. */
export interface Figure {
  readonly root: THREE.Group
  readonly rightHand: THREE.Object3D
  readonly leftHand: THREE.Object3D
  /** What a camera on its chest does not see of itself. */
  readonly bodyParts: readonly THREE.Object3D[]
  poseAt(t: number): void
}

interface Clothes {
  readonly skin: number
  readonly top: number
  readonly sleeve: number
  readonly trousers: number
  readonly shoes: number
  readonly hair: number
  readonly head: 'cap' | 'hood' | 'hair'
  readonly vest: { readonly text: string; readonly ground: string; readonly ink: string } | null
}

const clothes: Readonly<Record<PersonName, Clothes>> = {
  traineeA: {
    skin: 0x9c6b4a,
    top: 0x1d2a44,
    sleeve: 0x22304d,
    trousers: 0x171d2b,
    shoes: 0x0d0f14,
    hair: 0x141a28,
    head: 'cap',
    vest: { text: 'TRAINEE A', ground: '#c9e04a', ink: '#20283a' },
  },
  traineeB: {
    skin: 0xd2a17c,
    top: 0x1d2a44,
    sleeve: 0x22304d,
    trousers: 0x171d2b,
    shoes: 0x0d0f14,
    hair: 0x141a28,
    head: 'cap',
    vest: { text: 'TRAINEE B', ground: '#c9e04a', ink: '#20283a' },
  },
  actor: {
    skin: 0xb98560,
    top: 0xb8862b,
    sleeve: 0xb07f28,
    trousers: 0x3c5371,
    shoes: 0xe6e2d8,
    hair: 0x2a1d14,
    head: 'hood',
    vest: { text: 'ACTOR', ground: '#b8862b', ink: '#f4e9d2' },
  },
}

export function makeFigure(name: PersonName): Figure {
  const wear = clothes[name]
  const cloth = (color: number) => new THREE.MeshLambertMaterial({ color })
  const skin = new THREE.MeshLambertMaterial({ color: wear.skin })
  const top = cloth(wear.top)
  const trousers = cloth(wear.trousers)
  const shoes = cloth(wear.shoes)

  const root = new THREE.Group()
  const hips = joint(root, 0, 0.925, 0)
  const pelvis = part(hips, new THREE.CapsuleGeometry(0.135, 0.1, 6, 18), trousers, {
    y: -0.02,
    sx: 1.12,
    sz: 0.82,
  })
  const spine = joint(hips, 0, 0.08, 0)
  const torso = new THREE.Group()
  spine.add(torso)
  part(torso, new THREE.CapsuleGeometry(0.15, 0.3, 8, 22), top, { y: 0.24, sx: 1.14, sz: 0.78 })
  part(torso, new THREE.SphereGeometry(0.12, 18, 12), top, { y: 0.42, sx: 1.62, sy: 0.62, sz: 0.86 })
  if (wear.vest) torso.add(vest(wear.vest))
  if (wear.head === 'hood') {
    part(torso, new THREE.TorusGeometry(0.1, 0.05, 10, 22), top, { y: 0.485, z: -0.035, rx: 1.25 })
    part(torso, new THREE.CapsuleGeometry(0.09, 0.12, 6, 14), cloth(0xa87823), {
      y: 0.1,
      z: 0.098,
      sx: 1.5,
      sy: 0.7,
      sz: 0.35,
      rz: Math.PI / 2,
    })
  } else {
    part(torso, new THREE.CylinderGeometry(0.075, 0.09, 0.05, 18), top, { y: 0.5 })
    part(torso, new THREE.BoxGeometry(0.06, 0.09, 0.03), cloth(0x0b0d11), { y: 0.3, z: 0.155 })
    part(hips, new THREE.TorusGeometry(0.142, 0.022, 8, 26), cloth(0x0c0e12), {
      y: 0.075,
      rx: Math.PI / 2,
      sx: 1.1,
      sy: 0.82,
    })
    part(hips, new THREE.BoxGeometry(0.05, 0.1, 0.07), cloth(0x0c0e12), { x: 0.16, y: 0.03 })
    part(hips, new THREE.BoxGeometry(0.06, 0.12, 0.05), cloth(0x0c0e12), { x: -0.165, y: 0 })
  }
  const neck = joint(spine, 0, 0.5, 0)
  part(neck, new THREE.CylinderGeometry(0.047, 0.056, 0.12, 14), skin, { y: 0.03 })
  const head = joint(neck, 0, 0.085, 0.012)
  part(head, new THREE.SphereGeometry(0.1, 26, 20), skin, { y: 0.085, sx: 0.86, sy: 1.2, sz: 1.02 })
  part(head, new THREE.SphereGeometry(0.02, 10, 8), skin, { y: 0.075, z: 0.103, sx: 0.75, sy: 1.1 })
  for (const side of [-1, 1])
    part(head, new THREE.SphereGeometry(0.024, 10, 8), skin, { x: side * 0.088, y: 0.08, sx: 0.5 })
  const hair = cloth(wear.hair)
  if (wear.head === 'cap') {
    part(head, new THREE.SphereGeometry(0.106, 26, 14, 0, Math.PI * 2, 0, Math.PI * 0.46), hair, {
      y: 0.11,
      sx: 0.9,
      sy: 1.05,
      sz: 1.04,
    })
    part(head, new THREE.CylinderGeometry(0.085, 0.09, 0.012, 22, 1, false, -Math.PI / 2, Math.PI), hair, {
      y: 0.125,
      z: 0.06,
      sz: 1.15,
      rx: 0.1,
    })
  } else {
    part(head, new THREE.SphereGeometry(0.105, 26, 16, 0, Math.PI * 2, 0, Math.PI * 0.56), hair, {
      y: 0.105,
      z: -0.014,
      sx: 0.9,
      sy: 1.16,
      sz: 1.02,
      rx: -0.28,
    })
  }

  const sleeves = cloth(wear.sleeve)
  const left = arm(spine, 1, sleeves, skin)
  const right = arm(spine, -1, sleeves, skin)
  const leftLeg = leg(hips, 1, trousers, shoes)
  const rightLeg = leg(hips, -1, trousers, shoes)
  root.traverse(object => {
    if (object instanceof THREE.Mesh) {
      object.castShadow = true
      object.receiveShadow = true
    }
  })

  return {
    root,
    rightHand: right.hand,
    leftHand: left.hand,
    bodyParts: [pelvis, torso, neck, leftLeg.upper, rightLeg.upper],
    poseAt(t) {
      const ground = groundOf(name, t)
      const pose = poseOf(name, t)
      root.position.set(ground.x, 0, ground.z)
      root.rotation.y = facingOf(name, t)
      hips.position.y = pose.hips
      spine.rotation.set(pose.spinePitch, pose.spineYaw, 0)
      neck.rotation.set(pose.headPitch - pose.spinePitch * 0.6, pose.headYaw, 0)
      for (const [limb, angles, side] of [
        [left, pose.leftArm, 1],
        [right, pose.rightArm, -1],
        [leftLeg, pose.leftLeg, 1],
        [rightLeg, pose.rightLeg, -1],
      ] as const) {
        limb.upper.rotation.set(angles.pitch, 0, side * angles.roll)
        limb.lower.rotation.x = angles.bend
      }
      for (const each of [leftLeg, rightLeg])
        each.foot.rotation.x =
          -Math.max(-0.5, Math.min(1, each.upper.rotation.x + each.lower.rotation.x)) * 0.8
    },
  }
}

function joint(parent: THREE.Object3D, x: number, y: number, z: number): THREE.Group {
  const group = new THREE.Group()
  group.position.set(x, y, z)
  parent.add(group)
  return group
}

interface Set {
  readonly x?: number
  readonly y?: number
  readonly z?: number
  readonly sx?: number
  readonly sy?: number
  readonly sz?: number
  readonly rx?: number
  readonly rz?: number
}

function part(
  parent: THREE.Object3D,
  geometry: THREE.BufferGeometry,
  material: THREE.Material,
  set: Set,
): THREE.Mesh {
  const mesh = new THREE.Mesh(geometry, material)
  mesh.position.set(set.x ?? 0, set.y ?? 0, set.z ?? 0)
  mesh.scale.set(set.sx ?? 1, set.sy ?? 1, set.sz ?? 1)
  mesh.rotation.set(set.rx ?? 0, 0, set.rz ?? 0)
  parent.add(mesh)
  return mesh
}

/** A bib over chest and back with what its wearer is, so that roles can be read in every picture. */
function vest({ text, ground, ink }: NonNullable<Clothes['vest']>): THREE.Group {
  const group = new THREE.Group()
  for (const side of [0, Math.PI]) {
    const bib = new THREE.Mesh(
      new THREE.CylinderGeometry(0.172, 0.165, 0.34, 22, 1, true, -0.98, 1.96),
      new THREE.MeshLambertMaterial({ map: lettered(text, ground, ink), side: THREE.DoubleSide }),
    )
    bib.position.y = 0.25
    bib.scale.set(1.14, 1, 0.79)
    bib.rotation.y = side
    group.add(bib)
  }
  return group
}

function arm(spine: THREE.Object3D, side: 1 | -1, sleeve: THREE.Material, skin: THREE.Material) {
  const upper = joint(spine, side * 0.2, 0.44, 0)
  part(upper, new THREE.SphereGeometry(0.068, 14, 10), sleeve, {})
  part(upper, new THREE.CapsuleGeometry(0.054, 0.22, 6, 14), sleeve, { y: -0.135 })
  const lower = joint(upper, 0, -0.285, 0)
  part(lower, new THREE.CapsuleGeometry(0.046, 0.17, 6, 14), sleeve, { y: -0.1 })
  part(lower, new THREE.CapsuleGeometry(0.035, 0.08, 6, 12), skin, { y: -0.215 })
  const hand = joint(lower, 0, -0.275, 0)
  part(hand, new THREE.SphereGeometry(0.045, 14, 10), skin, { y: -0.03, sx: 0.55, sy: 1.15, sz: 0.95 })
  part(hand, new THREE.CapsuleGeometry(0.013, 0.045, 4, 8), skin, {
    x: -side * 0.01,
    y: -0.02,
    z: 0.042,
    rx: 0.6,
  })
  return { upper, lower, hand }
}

function leg(hips: THREE.Object3D, side: 1 | -1, trousers: THREE.Material, shoes: THREE.Material) {
  const upper = joint(hips, side * 0.088, -0.03, 0)
  part(upper, new THREE.CapsuleGeometry(0.084, 0.3, 6, 16), trousers, { y: -0.2, sz: 1.05 })
  const lower = joint(upper, 0, -0.425, 0)
  part(lower, new THREE.CapsuleGeometry(0.064, 0.29, 6, 14), trousers, { y: -0.18 })
  const foot = joint(lower, 0, -0.4, 0)
  part(foot, new THREE.CapsuleGeometry(0.048, 0.15, 6, 14), shoes, {
    y: -0.02,
    z: 0.055,
    rx: Math.PI / 2,
    sx: 0.9,
    sz: 0.8,
  })
  return { upper, lower, foot }
}
