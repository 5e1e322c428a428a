export default function W() {
  return <h1>Hi</h1>
}
