import { eased, wander } from '../motion.ts'
import { loweredBy, moments, type PersonName, speedOf, strideMetres, walkedBy } from '../story.ts'

/** Angles of a figure's joints in radians, and the height of its hips in metres. Negative pitch swings a limb forward. */
export interface Pose {
  hips: number
  spinePitch: number
  spineYaw: number
  headPitch: number
  headYaw: number
  leftArm: Limb
  rightArm: Limb
  leftLeg: Limb
  rightLeg: Limb
}

export interface Limb {
  pitch: number
  /** Away from the body. */
  roll: number
  /** Elbow (negative bends it) or knee (positive bends it). */
  bend: number
}

const limb = (pitch: number, roll: number, bend: number): Limb => ({ pitch, roll, bend })

/** How a figure stands, walks and acts at a time on the case clock. */
export function poseOf(person: PersonName, t: number): Pose {
  const pose = walking(person, t)
  switch (person) {
    case 'actor':
      act(pose, t)
      break
    case 'traineeA':
      follow(pose, t)
      break
    case 'traineeB':
      goAround(pose, t)
      break
  }
  return pose
}

export function walking(person: PersonName, t: number): Pose {
  const speed = speedOf(person, t)
  const far = Math.min(1.45, speed / 1.35)
  const phase = (walkedBy(person, t) / strideMetres) * Math.PI
  const swing = Math.sin(phase)
  const lift = (side: number) => Math.max(0, Math.sin(phase + side - 0.9))
  const still = 1 - Math.min(1, far)
  const seed = person === 'traineeA' ? 3 : person === 'traineeB' ? 7 : 11
  const sway = wander(seed, t) * 0.04 * still
  return {
    hips: 0.925 + 0.018 * far * Math.cos(2 * phase) - 0.012 * far,
    spinePitch: 0.05 * far + wander(seed + 1, t) * 0.015,
    spineYaw: -0.1 * far * swing + sway,
    headPitch: 0.03 + wander(seed + 2, t * 0.7) * 0.05,
    headYaw: wander(seed + 4, t * 0.6) * (0.12 + 0.3 * still),
    leftArm: limb(0.45 * far * swing + sway, 0.1, -0.22 - 0.35 * far * Math.max(0.2, -swing)),
    rightArm: limb(-0.45 * far * swing - sway, 0.1, -0.22 - 0.35 * far * Math.max(0.2, swing)),
    leftLeg: limb(-0.46 * far * swing, 0.02, far * (0.12 + 0.75 * lift(0))),
    rightLeg: limb(0.46 * far * swing, 0.02, far * (0.12 + 0.75 * lift(Math.PI))),
  }
}

function act(pose: Pose, t: number): void {
  // The prop is carried beside the right thigh, arm nearly still.
  const carries = 1 - eased(moments.propLeavesHand, moments.propLeavesHand + 0.1, t)
  blend(pose.rightArm, limb(-0.06 + pose.rightArm.pitch * 0.3, 0.15, -0.14), carries)
  const raises = eased(43.2, 43.9, t) - eased(46.2, 47, t)
  blend(pose.leftArm, limb(-2.55, 0.42, -0.55), raises)
  const raisesRight = eased(moments.propLeavesHand + 0.15, 44.75, t) - eased(46.2, 47, t)
  blend(pose.rightArm, limb(-2.5, 0.42, -0.6), raisesRight)
  const sits = loweredBy('actor', t)
  pose.hips += (0.15 - pose.hips) * sits
  pose.spinePitch += (-0.16 - pose.spinePitch) * sits
  blend(pose.leftLeg, limb(-2.15, 0.2, 1.74), sits)
  blend(pose.rightLeg, limb(-2.2, 0.14, 1.8), sits)
  // Leaning on the right hand behind; the left arm is held out to be bandaged.
  blend(pose.rightArm, limb(0.62, 0.34, -0.1), sits)
  blend(pose.leftArm, limb(-0.55, 0.2, -0.9), sits)
  const heldOut = eased(53, 54, t) - eased(64, 65, t)
  blend(pose.leftArm, limb(-0.95, 0.62, -0.35), heldOut)
  pose.headYaw += 0.4 * heldOut
  pose.headPitch += 0.22 * heldOut
  const waves =
    eased(moments.wavesFrom, moments.wavesFrom + 0.6, t) - eased(moments.wavesTo, moments.wavesTo + 0.8, t)
  wave(pose.rightArm, t, waves)
  const bothWave = eased(72.6, 73.2, t) - eased(moments.wavesTo, moments.wavesTo + 0.8, t)
  wave(pose.leftArm, t + 0.2, bothWave)
}

function follow(pose: Pose, t: number): void {
  const radios = eased(24.9, 25.5, t) - eased(26.8, 27.4, t) + eased(57.6, 58.1, t) - eased(60, 60.5, t)
  blend(pose.leftArm, limb(-0.75, 0.05, -2.1), radios)
  const palm = eased(32.9, 33.4, t) - eased(35, 35.7, t)
  blend(pose.leftArm, limb(-1.45, 0.15, -0.12), palm)
  const points = eased(37.7, 38.1, t) - eased(39.4, 40, t) + eased(40.9, 41.3, t) - eased(45.4, 46.2, t)
  blend(pose.rightArm, limb(-1.5, 0.1, -0.1), points)
  pose.spinePitch += 0.06 * points
  const kneels = loweredBy('traineeA', t)
  pose.hips += (0.5 - pose.hips) * kneels
  pose.spinePitch += (0.3 - pose.spinePitch) * kneels
  blend(pose.leftLeg, limb(-1.52, 0.12, 1.5), kneels)
  blend(pose.rightLeg, limb(0.04, 0.1, 1.62), kneels)
  const winds = kneels * (1 - radios)
  const turn = Math.sin((t - 53) * 4.2)
  const moves = eased(53.2, 54.2, t) - eased(63.4, 64.2, t)
  blend(pose.rightArm, limb(-0.92 + 0.09 * turn * moves, -0.06, -0.62 - 0.16 * turn * moves), kneels)
  blend(pose.leftArm, limb(-0.86 - 0.09 * turn * moves, -0.04, -0.7 + 0.14 * turn * moves), winds)
  pose.headPitch += 0.3 * kneels
  wave(pose.rightArm, t, eased(72, 72.5, t) - eased(75, 75.6, t))
}

function goAround(pose: Pose, t: number): void {
  const carries = eased(42.2, 42.7, t) - eased(50.5, 51.3, t)
  blend(pose.rightArm, limb(-0.45, 0.12, -1.1), carries)
  const aims = eased(43.55, 44.1, t) - eased(46.5, 47.3, t)
  blend(pose.rightArm, limb(-2.86, 0.1, -0.16), aims)
  blend(pose.leftArm, limb(-0.5, 0.6, -1), aims)
  pose.headPitch -= 0.1 * aims
  for (const blank of moments.blanks) {
    const kick = Math.exp(-Math.max(0, t - blank) * 11) * (t >= blank ? 1 : 0)
    pose.rightArm.pitch += 0.16 * kick
    pose.spinePitch -= 0.03 * kick
  }
  const looks = eased(54, 55, t) - eased(65, 66, t)
  blend(pose.leftArm, limb(-0.35, 0.32, -1.9), looks)
  blend(pose.rightArm, limb(-0.35, 0.32, -1.9), looks)
  wave(pose.leftArm, t + 0.3, eased(71.8, 72.4, t) - eased(75.2, 75.8, t))
}

function wave(arm: Limb, t: number, weight: number): void {
  blend(arm, limb(-2.75, 0.35 + 0.3 * Math.sin(t * 9), -0.35), weight)
}

function blend(into: Limb, target: Limb, weight: number): void {
  if (weight <= 0) return
  into.pitch += (target.pitch - into.pitch) * weight
  into.roll += (target.roll - into.roll) * weight
  into.bend += (target.bend - into.bend) * weight
}
