import * as THREE from 'three'
import { seeded } from '../motion.ts'
import { concrete, corrugated, gravel, houseFront, lettered, mesh, softDisc, yardGround } from './textures.ts'

/** Where the evening sun stands: low in the west-south-west. */
const sunFrom = new THREE.Vector3(-0.78, 0.46, 0.52).normalize()
const haze = new THREE.Color(0xe2cfae)

/** Everything that stands still: ground, house, containers, van, barrier, fence, gatehouse, trees, sky and light. */
export function makeWorld(): THREE.Scene {
  const scene = new THREE.Scene()
  scene.fog = new THREE.Fog(haze, 30, 150)
  scene.add(sky(), ...lights())
  scene.add(ground(110, gravel(), -0.02), ground(44, yardGround(), 0))
  scene.add(house(), van(), barrier(), pallets(), cones(), gatehouse(), fence(), mast())
  scene.add(
    container(13.2, -6.4, 0, corrugated('#3f6276', 31)),
    container(13.4, -1.2, 0, corrugated('#8a4632', 32)),
  )
  scene.add(container(13.3, -6.2, 2.62, corrugated('#7b7f78', 33)))
  for (const tree of trees()) scene.add(tree)
  scene.add(hills())
  scene.traverse(object => {
    if (object instanceof THREE.Mesh && object.userData['casts'] !== false) {
      object.castShadow = true
      object.receiveShadow = true
    }
  })
  return scene
}

function lights(): THREE.Object3D[] {
  const sun = new THREE.DirectionalLight(0xffd49a, 3.4)
  sun.position.copy(sunFrom).multiplyScalar(60)
  sun.castShadow = true
  sun.shadow.mapSize.set(2048, 2048)
  sun.shadow.camera.left = -26
  sun.shadow.camera.right = 26
  sun.shadow.camera.top = 24
  sun.shadow.camera.bottom = -24
  sun.shadow.camera.near = 5
  sun.shadow.camera.far = 120
  sun.shadow.bias = -0.0004
  sun.shadow.normalBias = 0.03
  sun.shadow.radius = 2.2
  return [sun, sun.target, new THREE.HemisphereLight(0xa9c4e6, 0x8a7a60, 1.9)]
}

/** A dome whose colour runs from haze at the horizon to blue above, warm around the sun. */
function sky(): THREE.Object3D {
  const dome = new THREE.Mesh(
    new THREE.SphereGeometry(140, 48, 24),
    new THREE.ShaderMaterial({
      side: THREE.BackSide,
      depthWrite: false,
      fog: false,
      uniforms: { sun: { value: sunFrom } },
      vertexShader:
        'varying vec3 way; void main() { way = normalize(position); gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }',
      fragmentShader: `
        varying vec3 way; uniform vec3 sun;
        void main() {
          float up = clamp(way.y, 0.0, 1.0);
          vec3 tint = mix(vec3(0.66, 0.45, 0.27), vec3(0.07, 0.17, 0.40), pow(up, 0.48));
          float near = max(dot(normalize(way), sun), 0.0);
          tint += vec3(1.0, 0.72, 0.36) * (0.35 * pow(near, 6.0) + 0.9 * pow(near, 220.0));
          float streak = sin(way.x * 9.0 + way.z * 4.0) * sin(way.z * 13.0 - way.x * 3.0) * 0.5 + 0.5;
          tint = mix(tint, vec3(0.95, 0.78, 0.6), 0.3 * streak * smoothstep(0.04, 0.28, up) * (1.0 - smoothstep(0.3, 0.75, up)));
          gl_FragColor = vec4(tint, 1.0);
          #include <tonemapping_fragment>
          #include <colorspace_fragment>
        }`,
    }),
  )
  dome.userData['casts'] = false
  return dome
}

function ground(size: number, map: THREE.Texture, y: number): THREE.Mesh {
  const plane = new THREE.Mesh(new THREE.PlaneGeometry(size, size), new THREE.MeshLambertMaterial({ map }))
  plane.rotation.x = -Math.PI / 2
  plane.position.y = y
  return plane
}

function box(
  [width, height, depth]: readonly [number, number, number],
  [x, y, z]: readonly [number, number, number],
  material: THREE.Material | THREE.Material[],
): THREE.Mesh {
  const mesh = new THREE.Mesh(new THREE.BoxGeometry(width, height, depth), material)
  mesh.position.set(x, y, z)
  return mesh
}

const plain = (color: number) => new THREE.MeshLambertMaterial({ color })

function house(): THREE.Object3D {
  const group = new THREE.Group()
  const wall = plain(0xbfa985)
  const front = new THREE.MeshLambertMaterial({ map: houseFront() })
  group.add(box([17, 6.4, 7], [-1.5, 3.2, -19.6], [wall, wall, wall, wall, front, wall]))
  group.add(box([17.6, 0.3, 7.6], [-1.5, 6.5, -19.6], plain(0x6c6459)))
  group.add(box([2.4, 0.12, 1.2], [-1.3, 2.9, -15.6], plain(0x54605a)))
  return group
}

function van(): THREE.Object3D {
  const group = new THREE.Group()
  const white = plain(0xe9e6df)
  const dark = plain(0x1b222a)
  group.add(box([3.5, 1.75, 1.95], [0.1, 1.3, 0], white))
  group.add(box([1.35, 0.82, 1.9], [2.42, 0.84, 0], white))
  const cab = box([1.1, 0.95, 1.84], [1.98, 1.62, 0], dark)
  cab.rotation.z = 0.0
  group.add(cab, box([0.9, 0.14, 1.86], [1.95, 2.12, 0], white))
  group.add(box([4.95, 0.28, 1.8], [0.65, 0.42, 0], plain(0x2b2e31)))
  const sign = new THREE.MeshLambertMaterial({ map: lettered('LARK YARD', '#e9e6df', '#44525c') })
  for (const side of [-1, 1]) {
    const panel = new THREE.Mesh(new THREE.PlaneGeometry(2.4, 0.9), sign)
    panel.position.set(-0.2, 1.5, side * 0.981)
    panel.rotation.y = side > 0 ? 0 : Math.PI
    group.add(panel)
    group.add(box([3.52, 0.1, 0.02], [0.1, 0.86, side * 0.985], plain(0xcf8a2e)))
  }
  for (const x of [-1.1, 2.15])
    for (const z of [-0.86, 0.86]) {
      const wheel = new THREE.Mesh(new THREE.CylinderGeometry(0.36, 0.36, 0.24, 26), plain(0x15171a))
      wheel.rotation.x = Math.PI / 2
      wheel.position.set(x, 0.36, z)
      const hub = new THREE.Mesh(new THREE.CylinderGeometry(0.18, 0.18, 0.26, 18), plain(0x9a9c9d))
      hub.rotation.x = Math.PI / 2
      hub.position.copy(wheel.position)
      group.add(wheel, hub)
    }
  for (const z of [-0.7, 0.7]) group.add(box([0.04, 0.16, 0.3], [3.1, 0.86, z], plain(0xf3ead2)))
  group.position.set(-1.5, 0, -6.1)
  group.rotation.y = 0.03
  return group
}

/** Concrete barrier elements, a metre high: what stands between trainee A and the actor's hand. */
function barrier(): THREE.Object3D {
  const group = new THREE.Group()
  const outline = new THREE.Shape()
  for (const [at, [x, y]] of (
    [
      [-0.3, 0],
      [0.3, 0],
      [0.3, 0.1],
      [0.17, 0.36],
      [0.1, 1.0],
      [-0.1, 1.0],
      [-0.17, 0.36],
      [-0.3, 0.1],
    ] as const
  ).entries())
    at === 0 ? outline.moveTo(x, y) : outline.lineTo(x, y)
  const material = new THREE.MeshLambertMaterial({ map: concrete(0.6, 0.6), color: 0xded8cb })
  for (let n = 0; n < 4; n++) {
    const element = new THREE.Mesh(
      new THREE.ExtrudeGeometry(outline, {
        depth: 1.72,
        bevelEnabled: true,
        bevelSize: 0.015,
        bevelThickness: 0.015,
        bevelSegments: 2,
      }),
      material,
    )
    element.rotation.y = Math.PI / 2
    element.position.set(-1 + n * 1.8, 0, -1 + (n % 2 === 0 ? 0 : 0.015))
    group.add(element)
  }
  for (let n = 0; n < 4; n++)
    group.add(box([0.5, 0.12, 0.22], [-0.1 + n * 1.8, 0.92, -1], plain(n % 2 === 0 ? 0xc9472f : 0xf1ece2)))
  return group
}

/** What stands between trainee B and the falling prop. */
function pallets(): THREE.Object3D {
  const group = new THREE.Group()
  const wood = plain(0x9c7d52)
  for (let level = 0; level < 7; level++)
    for (let board = 0; board < 5; board++)
      group.add(
        box([1.2, 0.03, 0.14], [0, 0.14 + level * 0.16, -0.4 + board * 0.2], wood),
        box([0.1, 0.1, 0.96], [-0.5 + (board % 3) * 0.5, 0.07 + level * 0.16, 0], wood),
      )
  group.position.set(3.55, 0, -4.05)
  group.rotation.y = 0.5
  return group
}

function cones(): THREE.Object3D {
  const group = new THREE.Group()
  for (const [x, z, turn] of [
    [-7.4, 1.8, 0.2],
    [-8.6, -6.8, 0.9],
    [6.9, 0.6, 0.5],
    [7.9, -3.2, 0.1],
  ] as const) {
    const cone = new THREE.Mesh(new THREE.CylinderGeometry(0.03, 0.16, 0.5, 18), plain(0xb8452a))
    cone.position.set(x, 0.27, z)
    cone.rotation.y = turn
    group.add(cone)
  }
  return group
}

/** The gatehouse with the porch whose doorbell camera looks along the barrier. */
function gatehouse(): THREE.Object3D {
  const group = new THREE.Group()
  const plank = plain(0x93a09a)
  group.add(box([3.2, 2.7, 4.4], [-6.5, 1.35, -3], plank))
  group.add(box([4.6, 0.14, 5], [-6, 2.82, -3], plain(0x4b4f52)))
  for (const z of [-5.2, -0.8]) group.add(box([0.12, 2.75, 0.12], [-3.9, 1.37, z], plain(0xe6dfd0)))
  group.add(box([0.06, 2.0, 0.95], [-4.87, 1.0, -4.3], plain(0x59463a)))
  group.add(box([0.08, 0.9, 1.1], [-4.87, 1.6, -1.7], plain(0x27323a)))
  group.add(box([0.05, 0.16, 0.07], [-4.84, 1.42, -3.3], plain(0x111315)))
  return group
}

function container(x: number, z: number, y: number, map: THREE.Texture): THREE.Object3D {
  const side = new THREE.MeshLambertMaterial({ map })
  const long = box([2.44, 2.59, 4.9], [x, y + 1.3, z], side)
  return long
}

function fence(): THREE.Object3D {
  const group = new THREE.Group()
  const wire = new THREE.MeshLambertMaterial({
    map: mesh(),
    transparent: true,
    alphaTest: 0.35,
    side: THREE.DoubleSide,
  })
  const run = (length: number, x: number, z: number, turn: number) => {
    const panel = new THREE.Mesh(new THREE.PlaneGeometry(length, 2.2), wire)
    panel.position.set(x, 1.1, z)
    panel.rotation.y = turn
    group.add(panel)
    for (let n = 0; n <= length / 3; n++) {
      const along = -length / 2 + n * 3
      group.add(
        box(
          [0.06, 2.35, 0.06],
          [x + along * Math.cos(turn), 1.17, z - along * Math.sin(turn)],
          plain(0x8f9494),
        ),
      )
    }
  }
  run(36, 0, 11.6, 0)
  run(33, 17.8, -5, Math.PI / 2)
  return group
}

/** The mast of the yard camera, on the corner of the training house. */
function mast(): THREE.Object3D {
  const group = new THREE.Group()
  group.add(
    box([0.14, 6.2, 0.14], [-11.4, 3.1, -14.6], plain(0x8a8d8c)),
    box([0.2, 0.16, 0.42], [-11.3, 6.15, -14.4], plain(0xd8d6d0)),
  )
  return group
}

function trees(): THREE.Object3D[] {
  const random = seeded(77)
  const made: THREE.Object3D[] = []
  const stand = (x: number, z: number, height: number) => {
    const group = new THREE.Group()
    const trunk = new THREE.Mesh(
      new THREE.CylinderGeometry(0.09 * height * 0.3, 0.14 * height * 0.3, height * 0.5, 8),
      plain(0x5b4735),
    )
    trunk.position.y = height * 0.25
    group.add(trunk)
    for (let n = 0; n < 6; n++) {
      const reach = height * (0.16 + random() * 0.12)
      const crown = new THREE.Mesh(
        new THREE.IcosahedronGeometry(reach, 2),
        plain([0x5f7043, 0x6d7a48, 0x566a42][n % 3] as number),
      )
      const spot = crown.geometry.attributes['position'] as THREE.BufferAttribute
      for (let v = 0; v < spot.count; v++) {
        const push = 1 + 0.16 * Math.sin(spot.getX(v) * 9 + n) * Math.cos(spot.getY(v) * 7 + spot.getZ(v) * 8)
        spot.setXYZ(v, spot.getX(v) * push, spot.getY(v) * push, spot.getZ(v) * push)
      }
      crown.geometry.computeVertexNormals()
      crown.position.set(
        (random() - 0.5) * height * 0.34,
        height * (0.5 + random() * 0.34),
        (random() - 0.5) * height * 0.34,
      )
      group.add(crown)
    }
    group.position.set(x, 0, z)
    made.push(group)
  }
  for (let n = 0; n < 13; n++) stand(-30 + n * 5.2 + random() * 2, -27 - random() * 9, 6 + random() * 4)
  for (let n = 0; n < 8; n++) stand(22 + random() * 9, -20 + n * 6 + random() * 2, 5.5 + random() * 4)
  for (let n = 0; n < 9; n++) stand(-32 + n * 8 + random() * 3, 22 + random() * 8, 6 + random() * 4)
  for (let n = 0; n < 6; n++) stand(-25 - random() * 8, -18 + n * 7, 6 + random() * 4)
  return made
}

function hills(): THREE.Object3D {
  const group = new THREE.Group()
  const random = seeded(91)
  for (let n = 0; n < 16; n++) {
    const angle = (n / 16) * Math.PI * 2
    const hill = new THREE.Mesh(new THREE.SphereGeometry(20 + random() * 14, 20, 12), plain(0x8d8f74))
    hill.scale.y = 0.26 + random() * 0.1
    hill.position.set(Math.cos(angle) * 92, -2, Math.sin(angle) * 92)
    hill.userData['casts'] = false
    group.add(hill)
  }
  return group
}

/** A puff of smoke and, in the first instant, a flash; placed by the caller. */
export function makePuff(): {
  readonly smoke: THREE.Sprite
  readonly flash: THREE.Sprite
  readonly light: THREE.PointLight
} {
  const smoke = new THREE.Sprite(
    new THREE.SpriteMaterial({
      map: softDisc('rgba(225,222,214,0.55)', 'rgba(225,222,214,0)'),
      transparent: true,
      depthWrite: false,
    }),
  )
  const flash = new THREE.Sprite(
    new THREE.SpriteMaterial({
      map: softDisc('rgba(255,236,190,1)', 'rgba(255,180,80,0)'),
      transparent: true,
      depthWrite: false,
      blending: THREE.AdditiveBlending,
    }),
  )
  const light = new THREE.PointLight(0xffd590, 0, 9)
  for (const each of [smoke, flash]) each.visible = false
  return { smoke, flash, light }
}
