import { computed } from '@preact/signals'
import { wallAt } from '@sightline/core/case'
import { caseMicros } from '@sightline/core/time'
import { useMemo } from 'preact/hooks'
import { copyLink } from '../copy-link.ts'
import { layouts } from '../layouts.ts'
import { wallText, zoneText } from '../placing/zone-text.ts'
import { isNarrow } from '../preferences.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { microsTail, timeText } from '../time-text.ts'
import { SpectrogramSwitch } from '../timeline/spectrogram-switch.tsx'
import { loopWords, toggleLoop } from '../watch/looping.ts'
import { ClockChoice, SoundChoice } from './choices.tsx'
import { Icon, type IconName } from './icon.tsx'
import { toggleSheet } from './sheets.ts'
import { Speed } from './speed.tsx'

/** The one time that matters, and what moves it. */
export function Transport({ room }: { readonly room: Room }) {
  const { session, engine } = room
  const w = words.value.transport
  const isPlaying = engine.playing.value
  // What leaves the room shows recordings where they lie, and not where a person is trying them out.
  const isMoving = session.moving.value !== null
  return (
    <section class="transport" aria-label={w.region}>
      <div class="transport-part">
        <Now room={room} />
        <Wall room={room} />
        <ClockChoice room={room} />
      </div>
      <div class="transport-part middle">
        <Press name="first" label={w.toStart} onPress={() => room.seek(session.whole.peek().from)} />
        <Press name="previous" label={w.previousFrame} onPress={() => room.step(-1)} />
        <button
          type="button"
          class="button key play"
          aria-label={isPlaying ? w.pause : w.play}
          onClick={() => room.togglePlay()}
        >
          <Icon name={isPlaying ? 'pause' : 'play'} />
        </button>
        <Press name="next" label={w.nextFrame} onPress={() => room.step(1)} />
        <Press name="last" label={w.toEnd} onPress={() => room.seek(session.whole.peek().to - 1)} />
        <Speed
          speed={engine.speed.value}
          onSpeed={speed => room.setSpeed(speed)}
          onTrueSpeed={() => room.replayAtTrueSpeed()}
        />
      </div>
      <div class="transport-part tools end">
        <SoundChoice room={room} />
        <Loop room={room} />
        <Layout room={room} />
        <Press
          name="loupe"
          label={words.value.transport.magnifier}
          isPressed={room.viewing.loupe.value !== null}
          onPress={() => room.toggleLoupe()}
        />
        <SpectrogramSwitch session={session} kind="phone-only" />
        {room.source.can.takeAway && (
          <Press
            name="away"
            label={w.takeAway}
            isOff={isMoving}
            onPress={() => {
              session.overlay.value = { kind: 'take-away' }
            }}
          />
        )}
        <Press name="link" label={w.copyLink} isOff={isMoving} onPress={() => copyLink(room)} />
        <button
          type="button"
          class="button phone-only"
          disabled={isMoving}
          onClick={() => toggleSheet(room, 'panel')}
        >
          {w.panel}
        </button>
        {session.tray.value.length > 0 && (
          <button
            type="button"
            class="button phone-only"
            disabled={isMoving}
            onClick={() => toggleSheet(room, 'tray')}
          >
            {w.tray(session.tray.value.length)}
          </button>
        )}
      </div>
    </section>
  )
}

interface PressProps {
  readonly name: IconName
  readonly label: string
  readonly isPressed?: boolean
  readonly isOff?: boolean
  readonly kind?: string
  readonly onPress: () => void
}

function Press({ name, label, isPressed, isOff = false, kind = '', onPress }: PressProps) {
  return (
    <button
      type="button"
      class={`button icon ${kind}`}
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      disabled={isOff}
      onClick={onPress}
    >
      <Icon name={name} />
    </button>
  )
}

/** What is played over and over is said beside the button, for whoever did not press it. */
function Loop({ room }: { readonly room: Room }) {
  const { value: loop } = room.engine.loop
  return (
    <>
      {loop && <span class="loop-words mono small">{loopWords(loop)}</span>}
      <Press
        name="loop"
        label={loop === null ? words.value.loop.start : words.value.loop.end}
        isPressed={loop !== null}
        onPress={() => toggleLoop(room)}
      />
    </>
  )
}

/** Two text nodes bound to the clock: playing renders nothing else. */
function Now({ room }: { readonly room: Room }) {
  const large = useMemo(() => computed(() => timeText(room.engine.time.value)), [room])
  const tail = useMemo(() => computed(() => microsTail(room.engine.time.value)), [room])
  return (
    <button
      type="button"
      class="now"
      title={words.value.transport.time}
      onClick={() => {
        room.session.overlay.value = { kind: 'go-to' }
      }}
    >
      <span class="large">{large}</span>
      <span class="tail">{tail}</span>
      <span class="unseen"> {words.value.transport.goTo}</span>
    </button>
  )
}

/** Wall time beside the case time, once a person has anchored the clock: a text node that no playing renders. */
function Wall({ room }: { readonly room: Room }) {
  const text = useMemo(() => computed(() => wallTimeText(room)), [room])
  return room.session.wallClock.value && <span class="wall mono">{text}</span>
}

function wallTimeText({ session, engine }: Room): string {
  const wallClock = session.wallClock.value
  if (!wallClock) return ''
  const { offsetMinutes } = wallClock
  const { from, to } = session.whole.value
  const [first, last, now] = [from, to, engine.time.value].map(time =>
    wallText(wallAt(wallClock, caseMicros(time)), offsetMinutes),
  ) as [string, string, string]
  // The date stands there only where there is more than one.
  const time = first.slice(0, 10) === last.slice(0, 10) ? now.slice(11) : now
  return `${time} ${zoneText(offsetMinutes)}`
}

function Layout({ room: { session } }: { readonly room: Room }) {
  const w = words.value.transport
  const isFull = session.isFull.value
  // On a phone the grid is one large angle over a strip of the others.
  const offered = layouts.filter(each => !isNarrow.value || each !== 'solo')
  const chosen = offered.find(each => each === session.layout.value) ?? 'grid'
  return (
    <>
      <label class="labelled layout-choice">
        <span class="unseen">{w.layout}</span>
        <select
          class="compact"
          title={w.layout}
          value={chosen}
          onChange={event => {
            session.layout.value = layouts.find(each => each === event.currentTarget.value) ?? 'grid'
            event.currentTarget.blur()
          }}
        >
          {offered.map(each => (
            <option key={each} value={each}>
              {w.layouts[isNarrow.value && each === 'grid' ? 'solo' : each]}
            </option>
          ))}
        </select>
      </label>
      {isFull ? (
        <button
          type="button"
          class="button"
          onClick={() => {
            session.isFull.value = false
          }}
        >
          {w.back}
        </button>
      ) : (
        <Press
          name="full"
          label={w.fullWindow}
          kind="wide-only"
          onPress={() => {
            session.isFull.value = true
          }}
        />
      )}
    </>
  )
}
